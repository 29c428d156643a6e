"""`suanli bench`: measures on this machine; every figure stands beside a floor of the same run."""
