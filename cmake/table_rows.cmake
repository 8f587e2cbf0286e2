# Writes the rows of a table as an array's contents, so that what was learnt stands in claims/ and is
# still there for whoever calls the library without a folder of tables.
# cmake -DTABLE=IN.csv -DROWS=OUT.inc -P table_rows.cmake; the last column is a number or a name that the C file
# declares, the others
# are words without quotes and commas; the first row is the heading, # begins a comment.
file(STRINGS "${TABLE}" lines REGEX "^[^#]")
list(POP_FRONT lines)
list(JOIN lines "\n" rows)
string(REGEX REPLACE "([^,\n]*)," "\"\\1\", " rows "${rows}")
string(REGEX REPLACE "([^\n]+)(\n|$)" "{\\1},\n" rows "${rows}")
file(WRITE "${ROWS}" "${rows}")
