/** JSON with something around it, in it or instead of it. */
import type { Dice } from "../dice.ts";
import type { Mutation } from "../mutation.ts";

const pages = [
  "",
  " ",
  "null",
  "true",
  "0",
  '""',
  "[]",
  "{}",
  "OK",
  "SUCCESS",
  "APPROVED",
  "Too Many Requests",
  "<!DOCTYPE html><html><body><h1>Service maintenance</h1></body></html>",
  "<html><head><title>502 Bad Gateway</title></head><body></body></html>",
  '<?xml version="1.0"?><response><status>SUCCESS</status></response>',
  "status=SUCCESS&code=00",
];

const disguises: readonly ((text: string, dice: Dice) => string)[] = [
  (text) => `)]}',\n${text}`,
  (text) => `callback(${text});`,
  (text) => `${text}<!-- 12 ms -->`,
  (text) => `${text}${text}`,
  (text) => `${text}\n${text}`,
  (text) => `<pre>${text}</pre>`,
  (text) => `/* cached */ ${text}`,
  (text) => `${text}\u0000`,
  (text) => `\u00a0${text}`,
  (text) => `data: ${text}\n\n`,
];

const breakages: readonly ((text: string, dice: Dice) => string)[] = [
  (text) => text.replace(/[}\]]\s*$/, ",$&"),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/"(\w+)":/g, "$1:"),
  (text) => text.replace(/,/, ""),
  (text) => text.replace(/:/, "="),
  (text) => text.replace(/^\s*[{[]/, ""),
  (text, dice) => {
    const at = dice.nat(text.length + 1);
    return (
      text.slice(0, at) +
      dice.pick(["{", "}", "[", "]", ",", ":", '"', "\\", "\n"]) +
      text.slice(at)
    );
  },
];

const spaces = ["", " ", "\n", "\r\n", "\t", "   \n\n"];

export const text: readonly Mutation[] = [
  {
    name: "another page instead",
    stage: "text",
    change: (_, dice) => dice.pick(pages),
  },
  {
    name: "text around it",
    stage: "text",
    change: (body, dice) => dice.pick(disguises)(body, dice),
  },
  {
    name: "JSON broken",
    stage: "text",
    change: (body, dice) => dice.pick(breakages)(body, dice),
  },
  {
    name: "JSON as text in JSON",
    stage: "text",
    change: (body) => JSON.stringify(body),
  },
  {
    name: "white space around it",
    harmless: true,
    stage: "text",
    // Where there is no body, white space is one.
    change: (body, dice) => (body === "" ? body : dice.pick(spaces) + body + dice.pick(spaces)),
  },
];
