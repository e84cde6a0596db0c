"""The papers after the key: arrears, the end of the tenancy, meetings, appeals, moving out."""
