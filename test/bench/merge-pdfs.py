"""Joins PDF files as people script it with pikepdf: merge-pdfs.py OUT IN..."""

import sys

import pikepdf

target, *sources = sys.argv[1:]
with pikepdf.new() as merged:
    opened = [pikepdf.open(source) for source in sources]
    for source in opened:
        merged.pages.extend(source.pages)
    merged.save(target)
