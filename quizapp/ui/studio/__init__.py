"""The studio: where a bank is made from an article, by marking claims in it."""
