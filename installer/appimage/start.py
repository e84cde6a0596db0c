"""What the packed program starts with."""

from boligtildeling.__main__ import main

main()
