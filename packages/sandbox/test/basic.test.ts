import { expect, test } from "vitest";
import { basicOf, basicText } from "../src/simulator/basic.ts";

test.each([
  ["Aladdin:open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
  ["test:123£", "dGVzdDoxMjPCow=="],
])("%s is read and written as in RFC 7617", (text, value) => {
  expect(basicOf(text)).toBe(value);
  expect(basicText(value)).toBe(text);
});

test.each([
  ["dGVzdDoxMjPCow"],
  ["dGVzdDox MjPCow=="],
  ["dGVzdDoxMjOj"],
  ["Basic dGVzdDox"],
  ["-_-_"],
])("%s is not Base64 of UTF-8", (value) => {
  expect(basicText(value)).toBeUndefined();
});
