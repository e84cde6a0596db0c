"""Samarbeidsmøter: which cases wait, and what stands on the agendas."""
