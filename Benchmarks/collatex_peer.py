"""Collates the witnesses of a CollateX JSON file with CollateX Python; run in its own environment.

  collatex_peer.py INPUT.json OUTPUT.json [near]
"""
import json
import sys

from collatex import collate

with open(sys.argv[1], encoding="utf-8") as f:
    witnesses = json.load(f)
result = collate(witnesses, output="json", segmentation=False, near_match="near" in sys.argv[3:])
with open(sys.argv[2], "w", encoding="utf-8") as f:
    f.write(result)
