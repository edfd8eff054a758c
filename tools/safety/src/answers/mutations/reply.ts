/** The same body with another status, other headers, or another way of arriving. */
import type { Mutation } from "../mutation.ts";

const statuses = [
  200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401,
  402, 403, 404, 405, 406, 408, 409, 410, 413, 418, 421, 422, 425, 429, 451, 499, 500, 501, 502,
  503, 504, 511, 520, 522, 524, 599,
];

const types = [
  "text/html",
  "text/plain",
  "application/xml",
  "application/json; charset=utf-16",
  "application/json; charset=iso-8859-1",
  "application/problem+json",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "",
];

const headers = [
  { "retry-after": "0" },
  { "retry-after": "99999999999" },
  { location: "https://example.com/" },
  { "content-length": "1" },
  { "transfer-encoding": "chunked" },
  { "set-cookie": "a=b" },
  { "x-long": "a".repeat(5000) },
];

/** More chunks take longer than any timeout. */
const maxPieces = 200_000;

export const reply: readonly Mutation[] = [
  {
    name: "another HTTP status",
    stage: "reply",
    change: (before, dice) => ({ ...before, http: dice.pick(statuses) }),
  },
  {
    name: "redirect",
    stage: "reply",
    change: (before, dice) => ({
      ...before,
      http: dice.pick([301, 302, 303, 307, 308]),
      headers: { ...before.headers, location: "https://example.com/elsewhere" },
    }),
  },
  {
    name: "followed redirect",
    stage: "reply",
    change: (before) => ({ ...before, followed: true }),
  },
  {
    name: "another content type or encoding",
    stage: "reply",
    change: (before, dice) => ({
      ...before,
      headers: {
        ...before.headers,
        // A decompressed answer looks like any other, so only the header changes.
        ...(dice.nat(4) === 0
          ? { "content-encoding": dice.pick(["gzip", "br", "identity"]) }
          : { "content-type": dice.pick(types) }),
      },
    }),
  },
  {
    name: "additional headers",
    harmless: true,
    stage: "reply",
    change: (before, dice) => ({
      ...before,
      headers: { ...before.headers, ...dice.pick(headers) },
    }),
  },
  {
    name: "a header is missing",
    stage: "reply",
    change(before, dice) {
      const all = Object.entries(before.headers);
      const missing = dice.nat(all.length);
      return { ...before, headers: Object.fromEntries(all.filter((_, at) => at !== missing)) };
    },
  },
  {
    name: "in pieces",
    harmless: true,
    stage: "reply",
    change: (before, dice) => ({
      ...before,
      pieceBytes: Math.max(dice.pick([1, 2, 7, 64]), Math.ceil(before.bytes.length / maxPieces)),
    }),
  },
  {
    name: "connection broken",
    stage: "reply",
    change: (before, dice) => ({
      ...before,
      bytes:
        dice.nat(2) === 0 ? before.bytes : before.bytes.slice(0, dice.nat(before.bytes.length)),
      ends: "broken",
    }),
  },
  {
    name: "never ends",
    stage: "reply",
    // Rarely, because each waits for the client's timeout.
    change: (before, dice) => (dice.nat(50) === 0 ? { ...before, ends: "never" } : before),
  },
];
