"""How is it said? Numbers, periods, relations, sentences, names, citations and differences."""
