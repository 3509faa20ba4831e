#!/usr/bin/env python3
"""Check the texts of corpus/: python3 tests/corpus.py [FILE]...

Every fault is one line, `FILE:LINE: message`; the exit status is 1 if there is any.
Without arguments all corpus/*.tsv and the sentences with marked names (corpus/entities*.txt,
corpus/names*.txt) are checked, and duplicates are looked for across all *.tsv, because the
translation memory reads them together.

The rules are those of the house style for Hindi: canonical Unicode, danda, anusvara and
not chandrabindu, nukta only on ज़ ड़ ढ़, vowel forms and not glides, numbers, code, links
and inline marks exactly as in the source.  Only what can be told without understanding
the sentence is checked.
"""
import collections
import pathlib
import re
import sys
import unicodedata

FIELDS = ("kind", "languages", "source", "licence")
MIXED_KINDS = {"roman", "codemix", "messy", "enhi"}
LEARNED_TYPES = set("PER ORG LOC PRODUCT WORK EVENT LAW".split())  # names*.txt have no others
ENTITY_TYPES = LEARNED_TYPES | set(
    "MONEY PERCENT QUANTITY DATE TIME PERIOD "
    "ORDINAL VERSION URL EMAIL FILE HANDLE CODE".split())
PLAIN = r"[~+-]?\d+(?:\.\d+)?\+?"
RANGE = rf"{PLAIN}(?:\.\.{PLAIN})?"
ENTITY_VALUES = {  # types whose value is required, and what it looks like
    "MONEY": rf"[A-Z]{{3}} {RANGE}",
    "PERCENT": RANGE,
    "QUANTITY": rf"{RANGE} \S+(?: \S+)?",
    "DATE": r"(?:[\dX]{4}(?:-\d\d){0,2}|R(?:[+-]\d+[DWMY])?)(?:\.\.\S+)?",
    "TIME": r"\d\d:\d\d(?:\.\.\d\d:\d\d)?",
    "PERIOD": r"(?:FY)?[\dX]{4}(?:-(?:Q[1-4]|H[12]|\d\d))?(?:/[\d-]+)?",
    "ORDINAL": r"\d+",
}

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
URL = re.compile(r"https?://[^\s<>()`\"'।]+")
DESTINATION = re.compile(r"\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)[^()]*\)|\]\[([^\]]*)\]")
BLOCK_MARK = re.compile(r"(?:[-*+]|#{1,6}|>|\d+[.)]) ")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{\{.*?\}\}|\{%.*?%\}|\[\^[^\]]+\]")
DEVA = "\u0900-\u097f"
WORD = re.compile(f"[{DEVA}\u200c]+")
HINDI_ACRONYMS = {"AC", "ATM", "ORS", "SMS"}  # what Hindi calls air conditioner, cash machine, salts, text message
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")

# ---- what a Hindi text must not contain -------------------------------------------------

BAD_CHARACTERS = {
    "\u0901": "chandrabindu (write anusvara)",
    "\u200d": "ZWJ",
    "\u200b": "zero width space",
    "\ufeff": "byte order mark inside the text",
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\ufffd": "replacement character",
}
NUKTA_OFF = re.compile("[कखगफ]\u093c|[\u0958-\u095a\u095e]")
NUKTA_COMPOSED = re.compile("[\u0929\u0931\u0934\u0958-\u095f]")
NUKTA_STRAY = re.compile("(?<![कखगफजडढ])\u093c")
# Words whose z is beyond doubt; \b does not know Devanagari, so whole tokens are compared by stem.
PLAIN_Z = re.compile(
    "^(ज्याद|जरूर|जरि[एय]|बाजार|चीज|नजर|आवाज|नजदीक|दस्तावेज|कागज|जमीन|जिंदग|जिंदा|जिम्मेदार|जिम्मा|इजाजत|"
    "हजार|आजाद|मजबूत|मजेदार|मजा|मजे$|कमजोर|वजन|सब्जी|सब्जि|इज्जत|ताजा|ताजी|ताजे|दरवाज|अंग्रेज|अंदाज|"
    "एंटरप्राइज|नाराज|गुजर(?!ात)|जोर$|जोरदार|तेज$|तेजी|रोज$|रोजमर्रा|रोजगार|रोजाना|आजमा|मेज$|मर्जी|कर्ज$|कर्जे|फर्ज$|"
    "जेहन|जुबान|जबरदस्त|जबर्दस्त|जंजीर|जहर|लिहाज|मिजाज|मुआवज|जिद|जिक्र|"
    "साइज|ब्राउजर|डिजाइन|प्राइज|फ्रीज|रिलीज|सीरीज|न्यूज|यूजर|मैगजीन|म्यूजिक|म्यूजियम|जीरो|जोन$|जूम|"
    "अमेजन|बिजनेस|क्विज|रिजर्व|रिजल्ट|प्रेजेंट|ऑर्गनाइज|ऑप्टिमाइज)(?!\u093c)")
PLAIN_FLAP = re.compile("^(बडा|बडे|थोडा|थोडी|थोडे|पढना|पढने|पढा|पढी|पढे|पढत|लडका|लडकी|लडके|सडक|कपडा|कपडे|"
                        "जोडना|जोडने|छोडना|छोडने|दौडना|दौड$|भीड$|घोडा|गाडी|पडता|पडती|पडते|पडा|पडी|पडे|बढना|बढने|बढता|"
                        "बढती|बढते|बढा|बढी|बढे|चढना|चढने|करोड$|आंकडा|आंकडे|आंकडों|लडाई|पहाड|खिडकी|लकडी|चौडा|चौडी|कीडा|कीडे)(?!\u093c)")
GLIDE_E = re.compile("(िये|िये(गा|गी|ंगे)|[ाोू]ये|[ाो]ये(गा|गी|ंगे|ं)|^(गये|नये))$")
GLIDE_E_FINE = re.compile("^(रुपये|रवैये|रवये)$")
GLIDE_I = re.compile("^(गयी|गयीं|नयी|हुयी|हुयीं|(?!स्था|अस्था|अनु|उत्तरदा|दा|न्या|व्यवसा|धराशा|विष|संशा|सुखदा|शा|एकशा|फलदा|लाभदा|प्रतिदा|कष्टदा|आनंददा|अन्या).*ायीं?)$")
GLIDE_WORDS = re.compile("^(हुये|हुयी|हुयीं)$")
HOMORGANIC = re.compile("(?<!ॉ)(?:ङ्[कखगघ]|ञ्[चछजझ]|ण्[टठडढ]|न्[तथदधटठडढ]|म्[पबभ])")
VIRAMA_END = re.compile("\u094d(?![\u0915-\u0939\u0958-\u095f\u0978-\u097f\u200c])")
MATRA = "\u093a\u093b\u093e-\u094c\u094e\u094f\u0955-\u0957"
MALFORMED = re.compile(
    f"[{MATRA}\u094d][{MATRA}\u094d]|(?<![\u0915-\u0939\u093c\u0978-\u097f])[{MATRA}\u094d]|[\u0902\u0903][{MATRA}\u094d\u0902\u0903]")
SPACE_BEFORE = re.compile(r" [।,;:?!](?![)(\-/])(?:\s|$)")
GLUED = re.compile(f"[{DEVA}][A-Za-z]|[A-Za-z][{DEVA}]".replace(DEVA, "\u0904-\u0939\u0958-\u0961"))

# ---- numbers ----------------------------------------------------------------------------

AMOUNT = re.compile(r"(?:[$₹€£¥]|US\$)\s?\d[\d.,]*(?<![.,])(?:(?:[kKMBT]|bn|mn)\b)?\+?")
PERCENT = re.compile(r"\d[\d.,]*(?:[–-]\d[\d.,]*)?%")
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


class Report:
    """Collects faults; paths are printed as given."""

    def __init__(self):
        self.faults = 0

    def __call__(self, path, line, message):
        self.faults += 1
        print(f"{path}:{line}: {message}")


def outside_code(text):
    """The text with code spans, link destinations, addresses, tags and Liquid blanked out."""
    text = CODE.sub(" ", text)
    text = DESTINATION.sub("]", text)
    text = URL.sub(" ", text)
    return TAG.sub(" ", text)


def difference(left, right):
    """What is in one list and not in the other, in words; None where they agree."""
    a, b = collections.Counter(left), collections.Counter(right)
    if a == b:
        return None
    lost, new = list((a - b).elements()), list((b - a).elements())
    return "; ".join(x for x in (
        "missing " + ", ".join(map(repr, lost)) if lost else "",
        "added " + ", ".join(map(repr, new)) if new else "") if x)


# ---- one side ---------------------------------------------------------------------------

def check_unicode(text, say):
    """True of any text of the corpus: canonical, without stray blanks or invisible characters."""
    if unicodedata.normalize("NFC", text) != text:
        say("not NFC")
    for bad, name in BAD_CHARACTERS.items():
        if bad in text:
            say(f"{name}: {text!r}")
    if any(unicodedata.category(c) == "Cc" for c in text):
        say("control character")
    if text != text.strip():
        say("blank at the beginning or end")
    if "  " in CODE.sub("x", text):
        say("double blank")
    if not text:
        say("empty field")


def check_hindi(text, say, may_end_in_virama=False):
    """Spelling rules that can be checked without a dictionary."""
    prose = outside_code(text)
    if NUKTA_OFF.search(prose):
        say(f"nukta on क ख ग फ: {words_with(prose, NUKTA_OFF)}")
    if NUKTA_COMPOSED.search(prose):
        say("composed nukta letter")
    if NUKTA_STRAY.search(prose):
        say(f"nukta on another letter: {words_with(prose, NUKTA_STRAY)}")
    if re.search("[\u0966-\u096f]", prose):
        say("Devanagari digit")
    if VIRAMA_END.search(prose) and not may_end_in_virama:
        say(f"virama at the end: {words_with(prose, VIRAMA_END)}")
    if MALFORMED.search(prose):
        say(f"malformed syllable: {words_with(prose, MALFORMED)}")
    if SPACE_BEFORE.search(text):
        say("blank before a stop")
    if "।।" in prose or "॥" in prose:
        say("double danda")
    if re.search(f"[{DEVA}]\\.(?=[\\s\"”’')*_]*$)", prose) and not prose.rstrip("\"”’')*_").endswith("आदि."):
        say("full stop where a danda belongs")
    if re.search(f"[{DEVA}]\\|", prose):
        say("vertical bar for danda")
    if GLUED.search(prose):
        say(f"scripts glued together: {GLUED.search(prose).group()!r}")
    for word in WORD.findall(prose):
        check_word(word, say)


def words_with(text, pattern):
    """The blank-separated words around each match, for messages."""
    return " ".join(w for w in text.split() if pattern.search(w + " "))


def check_word(word, say):
    if PLAIN_Z.match(word):
        say(f"nukta missing: {word}")
    if PLAIN_FLAP.match(word):
        say(f"ड़ or ढ़ missing: {word}")
    if GLIDE_WORDS.match(word) or GLIDE_I.match(word) or (GLIDE_E.search(word) and not GLIDE_E_FINE.match(word)):
        say(f"glide form: {word}")
    if HOMORGANIC.search(word):
        say(f"anusvara expected: {word}")


# ---- two sides --------------------------------------------------------------------------

def marks(text):
    """Inline marks outside code spans, each kind with its count."""
    text = CODE.sub(" ", text)
    strong = text.count("**")
    emphasis = len(re.findall(r"(?<![*\w])\*(?![*\s])|(?<![*\s])\*(?![*\w])", text))
    underline = len(re.findall(r"(?<![_\w])_(?=\w)|(?<=\w)_(?![_\w])", text))
    return ["**"] * strong + ["*"] * emphasis + ["_"] * underline + ["~~"] * text.count("~~")


def check_marks(english, hindi, say):
    for name, side in (("English", english), ("Hindi", hindi)):
        if CODE.sub(" ", side).count("`"):
            say(f"code span not closed in {name}")
        if marks(side).count("**") % 2 or marks(side).count("~~") % 2 or marks(side).count("*") % 2:
            say(f"inline mark not closed in {name}")
    for name, find in (
            ("code spans", lambda s: [m.group(2) for m in CODE.finditer(s)]),
            ("inline marks", marks),
            ("link destinations", lambda s: [m.group(1) or m.group(2) for m in DESTINATION.finditer(s)]),
            ("tags, Liquid, footnotes", TAG.findall),
            ("addresses", URL.findall)):
        found = difference(find(english), find(hindi))
        if found:
            say(f"{name} differ: {found}")


def numbers(text):
    """Three lists: amounts, percentages, other numbers; what is in one is not in the next."""
    text = CODE.sub(" ", text)
    amounts = [a.replace(" ", "") for a in AMOUNT.findall(text)]
    text = AMOUNT.sub(" ", text)
    percents = PERCENT.findall(text)
    text = PERCENT.sub(" ", text)
    return amounts, percents, NUMBER.findall(text)


def check_numbers(english, hindi, say):
    for name, a, b in zip(("amounts", "percentages", "numbers"), numbers(english), numbers(hindi)):
        found = difference(a, b)
        if found:
            say(f"{name} differ: {found}")


CLOSERS = "\"'”’)]*_`~ "
ABBREVIATION = re.compile(r"(?:\b(?:a\.m|p\.m|etc|Inc|Ltd|Corp|Co|vs|St|Jr|e\.g|i\.e|[A-Z](?:\.[A-Z])*))\.$")


def final(text):
    text = re.sub(r"(?:\s*(?:\[\^[^\]]+\]|</?\w+[^>]*>))+$", "", text)
    return text.rstrip(CLOSERS)[-1:]


def check_end(english, hindi, say):
    last, end = final(english), final(hindi)
    if english.rstrip(CLOSERS).endswith(("...", "…")):
        if not hindi.rstrip(CLOSERS).endswith(("...", "…")):
            say("ellipsis lost at the end")
    elif last == "." and end != "।" and not (ABBREVIATION.search(english.rstrip(CLOSERS))):
        say(f"English ends in a stop, Hindi in {end!r}")
    elif last != "." and end == "।":
        say(f"Hindi ends in danda, English in {last!r}")
    elif last in "?!:;," and end != last:
        say(f"English ends in {last!r}, Hindi in {end!r}")
    elif end in "?!:;," and end != last:
        say(f"Hindi ends in {end!r}, English in {last!r}")


def check_punctuation(english, hindi, say):
    a, b = outside_code(english), outside_code(hindi)
    for dash, name in (("—", "em dash"), (" – ", "spaced en dash"), ("…", "ellipsis")):
        if a.count(dash) != b.count(dash):
            say(f"{name}: {a.count(dash)} in English, {b.count(dash)} in Hindi")
    for quote, name in (("“", "opening curly quote"), ("”", "closing curly quote"), ("‘", "opening single quote"), ('"', "straight quote")):
        if a.count(quote) != b.count(quote):
            say(f"{name}: {a.count(quote)} in English, {b.count(quote)} in Hindi")
    for bracket in "()[]":
        if a.count(bracket) != b.count(bracket):
            say(f"{bracket}: {a.count(bracket)} in English, {b.count(bracket)} in Hindi")


def check_latin(english, hindi, say):
    """Latin words of the Hindi side come from the English side (GPU from GPUs)."""
    known = LATIN.findall(english.lower())
    new = [w for w in LATIN.findall(hindi)
           if w not in HINDI_ACRONYMS and not any(k.startswith(w.lower()) for k in known)]
    if new:
        say(f"Latin words only in Hindi: {' '.join(new)}")


def check_pair(english, hindi, say):
    check_unicode(english, say)
    check_unicode(hindi, say)
    if BLOCK_MARK.match(english) or BLOCK_MARK.match(hindi):
        say("a list, heading or quote mark is the block's, not the sentence's")
    strange = [w for w in WORD.findall(english) if w not in hindi]
    if strange:
        say(f"Devanagari only in English: {' '.join(strange)}")
    check_hindi(hindi, say)
    for check in (check_marks, check_numbers, check_end, check_punctuation, check_latin):
        check(english, hindi, say)


# ---- files ------------------------------------------------------------------------------

def lines_of(path, report):
    """(number, line) of a file; what is wrong with the bytes is reported."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        report(path, data[:error.start].count(b"\n") + 1, "not valid UTF-8")
        text = data.decode("utf-8", "replace")
    if not text.endswith("\n"):
        report(path, text.count("\n") + 1, "no newline at the end")
    if "\r" in text:
        report(path, text[:text.index("\r")].count("\n") + 1, "carriage return")
    return list(enumerate(text.removesuffix("\n").split("\n"), 1))


def check_header(path, lines, report):
    """The comment lines at the top name kind, languages, source and licence."""
    header = {}
    for _, line in lines:
        match = re.match(r"# (\w+): \S", line)
        if not match:
            break
        header[match.group(1)] = line.split(": ", 1)[1]
    for field in FIELDS:
        if field not in header:
            report(path, 1, f"no `# {field}:` in the header")


def check_tsv(path, seen, report):
    lines = lines_of(path, report)
    check_header(path, lines, report)
    tabs = 2 if path.name == "mixed.tsv" else 1
    pairs = 0
    for number, line in lines:
        def say(message):
            report(path, number, message)
        if line.startswith("#") and not line.startswith("# "):
            say("a comment begins with `# `")
        if line.startswith("#"):
            if "\t" in line:
                say("tab in a comment")
            continue
        if line.count("\t") != tabs:
            say(f"{line.count(chr(9))} tabs, not {tabs}")
            continue
        pairs += 1
        if tabs == 1:
            source, target = line.split("\t")
            check_pair(source, target, say)
        else:
            kind, source, target = line.split("\t")
            check_mixed(kind, source, target, say)
        if source in seen:
            other, where, hindi = seen[source]
            say(f"{'repeats' if hindi == target else 'contradicts'} {other}:{where}: {source}")
        else:
            seen[source] = path, number, target
    return pairs


def check_mixed(kind, source, target, say):
    """The input is meant to be untidy; only the clean side has to be right."""
    if kind not in MIXED_KINDS:
        say(f"unknown kind {kind!r}")
    if not source.strip():
        say("empty input")
    check_unicode(target, say)
    check_hindi(target, say)
    for name, find in (("code spans", lambda s: [m.group(2) for m in CODE.finditer(s)]), ("addresses", URL.findall)):
        found = difference(find(source), find(target))
        if found and kind != "messy":
            say(f"{name} differ: {found}")


def check_entities(path, report):
    """The names*.txt have names only, and Sanskrit ones among them; their `mixed` side of mixed.tsv is meant to be untidy."""
    names = path.name.startswith("names")
    lines = lines_of(path, report)
    check_header(path, lines, report)
    sentences, lang, document = 0, None, 0
    for number, line in lines:
        def say(message):
            report(path, number, message)
        if line.startswith("#"):
            match = re.match(r"# doc (\d+) [\w-]+ (hi|en|hi-Latn|mixed)$", line)
            if match:
                document += 1
                lang = match.group(2)
                if int(match.group(1)) != document:
                    say(f"document {match.group(1)}, expected {document}")
            elif line.startswith("# doc"):
                say("a document begins with `# doc NN topic lang`")
            continue
        sentences += 1
        if lang is None:
            say("sentence before the first document")
        if "\t" in line:
            say("tab")
        if not (path.name == "names.parallel.txt" and lang == "mixed"):
            check_unicode(line, say)
        plain = re.sub(r"\[\[([^\[\]|]+)\|([A-Z]+)(?:\|([^\[\]|]*))?\]\]", lambda m: check_entity(m, names, say), line)
        if "[[" in plain or "]]" in plain:
            say("entity brackets do not match")
        if lang == "hi":
            check_hindi(plain, say, may_end_in_virama=names)
    return sentences


def check_entity(match, names, say):
    surface, kind, value = match.groups()
    if names and value is not None:
        say(f"{surface!r} has a value")
    if kind not in (LEARNED_TYPES if names else ENTITY_TYPES):
        say(f"unknown entity type {kind}")
    if surface != surface.strip():
        say(f"blank at the edge of {surface!r}")
    if kind in ENTITY_VALUES and not re.fullmatch(ENTITY_VALUES[kind], value or ""):
        say(f"{kind} {surface!r} has the value {value!r}")
    return surface


def main(arguments):
    root = pathlib.Path(__file__).resolve().parent.parent
    paths = [pathlib.Path(a) for a in arguments]
    if not paths:
        base = root / "corpus"
        try:
            base = base.relative_to(pathlib.Path.cwd())
        except ValueError:
            pass
        paths = [path for pattern in ("*.tsv", "entities*.txt", "names*.txt") for path in sorted(base.glob(pattern))]
    report, seen, units = Report(), {}, 0
    for path in paths:
        units += check_tsv(path, seen, report) if path.suffix == ".tsv" else check_entities(path, report)
    print(f"corpus: {len(paths)} files, {units} entries, {report.faults} faults", file=sys.stderr)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
