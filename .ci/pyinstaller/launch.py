"""What the packaged program starts with: the same door as the command `suanli` of a wheel."""

import sys
from multiprocessing import freeze_support

from suanli import main

freeze_support()  # a worker starts the same program, and goes no further than here
sys.exit(main())
