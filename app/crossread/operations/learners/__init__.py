"""The learners of one machine: who they are, what keeps others out, guests, and deleting."""
