"""What does it take: the least change of levers with which an outcome reaches a level."""
