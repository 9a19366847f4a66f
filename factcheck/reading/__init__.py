"""Picture → text → quote: decoding, OCR engines, layout, quotation and attribution rules."""
