/** An independent JSON parser. Shares nothing with the parser of core or with `JSON.parse`, so that differences show. */

/** A number with its written digits. */
export class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Texts with more levels are refused. */
const maxLevels = 64;

const space = /[ \t\n\r]*/y;
const plain = /[ !#-[\]-\uffff]*/y;
const escaped = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

const controls: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Undefined if the text is not JSON, repeats a name in an object, or has too many levels. */
export function readStrictly(text: string): unknown {
  try {
    const reader = { text, at: 0 };
    const value = readValue(reader, 0);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error === refused) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

const refused = new Error("The text is refused.");

function refuse(): never {
  throw refused;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match) reader.at = pattern.lastIndex;
  return match;
}

function takes(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at += 1;
  take(reader, space);
  return true;
}

function readValue(reader: Reader, level: number): unknown {
  take(reader, space);
  const value = readBare(reader, level);
  take(reader, space);
  return value;
}

function readBare(reader: Reader, level: number): unknown {
  const opens = /[[{]/.test(reader.text[reader.at] ?? "");
  if (opens && level === maxLevels) refuse();
  if (takes(reader, "{")) return readMembers(reader, level + 1);
  if (takes(reader, "[")) return readItems(reader, level + 1);
  if (reader.text[reader.at] === '"') return readText(reader);
  const [token] = take(reader, scalar) ?? refuse();
  return Object.hasOwn(words, token) ? words[token] : new Digits(token);
}

function readMembers(reader: Reader, level: number): object {
  const members: [string, unknown][] = [];
  if (!takes(reader, "}")) {
    do {
      const name = readText(reader);
      take(reader, space);
      if (!takes(reader, ":")) refuse();
      members.push([name, readValue(reader, level)]);
    } while (takes(reader, ","));
    if (!takes(reader, "}")) refuse();
  }
  if (new Map(members).size < members.length) refuse();
  return Object.fromEntries(members);
}

function readItems(reader: Reader, level: number): unknown[] {
  const items: unknown[] = [];
  if (takes(reader, "]")) return items;
  do items.push(readValue(reader, level));
  while (takes(reader, ","));
  return takes(reader, "]") ? items : refuse();
}

function readText(reader: Reader): string {
  if (reader.text[reader.at] !== '"') refuse();
  reader.at += 1;
  let text = "";
  for (;;) {
    text += take(reader, plain)?.[0] ?? "";
    if (reader.text[reader.at] === '"') {
      reader.at += 1;
      return text;
    }
    const [, letter = "", code] = take(reader, escaped) ?? refuse();
    text += code ? String.fromCharCode(Number.parseInt(code, 16)) : (controls[letter] ?? letter);
  }
}
