"""What maintainers are shown: the editor's schemas, worked examples, the handbook's made parts."""
