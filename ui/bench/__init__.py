"""`suanli bench`: measures on this machine; times and memory stand beside a floor of the run."""
