#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes claims/world/exchange_rates.csv: exchange_rates.py RATES.csv > claims/world/exchange_rates.csv

RATES.csv is monthly.csv of github.com/datasets/exchange-rates: monthly means of the US Federal
Reserve, public domain, as units for one dollar throughout. A row of ours is what one unit of a currency
was worth in US dollars.
"""
import csv, sys

CODES = {
    "Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK", "Euro": "EUR",
    "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN", "New Zealand": "NZD",
    "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Sri Lanka": "LKR",
    "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
}
SINCE = "1985-01"

rows = []
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    code, month = CODES.get(row["Country"]), row["Date"][:7]
    if code and month >= SINCE and row["Exchange rate"]:
        rows.append((code, month, 1 / float(row["Exchange rate"])))
print("# What one unit of a currency was worth in US dollars, monthly means: US Federal Reserve (public domain), by way of")
print("# github.com/datasets/exchange-rates; made by tools/exchange_rates.py, do not edit.")
print("currency,month,dollars")
for code, month, dollars in sorted(rows):
    print(f"{code},{month},{dollars:.5g}")
