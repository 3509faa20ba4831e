# Trees of the corpus (word, tag, head, relation) as those of UD_English-EWT stand: with a part of speech nobody reads, and with
# the stop that the corpus leaves out. COPIES says how often each is written, because they are few and of our own register.
function flush(   c, i) {
	for (c = 0; n && c < COPIES; c++) {
		for (i = 1; i <= n; i++)
			print line[i]
		print ".\t.\tPUNCT\t" root "\tpunct\n"
	}
	n = 0
}
BEGIN { FS = OFS = "\t" }
/^# / { next }
NF < 4 { flush(); next }
{
	gsub("_", " ", $1)
	line[++n] = $1 OFS $2 OFS "X" OFS $3 OFS $4
	if ($3 == 0)
		root = n
}
END { flush() }
