"""Small programs that ``start_up`` starts as processes of their own."""
