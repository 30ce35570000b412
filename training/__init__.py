"""How dostyk's language model is made from open treebanks: `python -m training all`."""
