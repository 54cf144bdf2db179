"""What helps those who keep the corpus: proposals, schemas for editors, reference tables, seals."""
