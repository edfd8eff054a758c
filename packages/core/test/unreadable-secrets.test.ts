/** What makes an answer unreadable can stand in a copy of a secret, which is masked. It is unreadable all the same. */
import { describe, expect, test } from "vitest";
import { acorn, acornAnswer, acornRequest } from "./support/acorn.ts";
import { fakeFetch } from "./support/fake-fetch.ts";

const accessToken = "a-token-that-is-echoed";

const outcomeOf = (body: string) => {
  const { fetch } = fakeFetch(() => new Response(body, { status: 200 }));
  return acorn({ environment: "test", accessToken, fetch }).refund(acornRequest);
};
const withNote = (note: string) =>
  JSON.stringify({ ...acornAnswer, note: "?" }).replace('"?"', () => note);

describe("an answer that repeats the secret", () => {
  test("is read where it is JSON", async () => {
    expect(await outcomeOf(withNote(`"${accessToken}"`))).toMatchObject({
      status: "succeeded",
      raw: { body: expect.stringContaining('"note":"[secret]"') },
    });
  });

  test.each([
    ["a control character", `"a-token\0-that-is-echoed"`],
    ["a line break", `"a-token-that-is\n-echoed"`],
    ["a quote", `"a-token-"that-is-echoed"`],
  ])("with %s in it is unknown", async (_, note) => {
    expect(await outcomeOf(withNote(note))).toMatchObject({
      status: "unknown",
      because: "unreadable_answer",
      message: expect.stringContaining("is not JSON"),
      raw: { body: expect.stringContaining("[secret]") },
    });
  });

  test("twice as a name is unknown", async () => {
    const body = JSON.stringify({ ...acornAnswer, "?": 1 });
    const twice = body.replace('"?":1', `"${accessToken}":1,"${accessToken}":2`);
    expect(await outcomeOf(twice)).toMatchObject({ because: "unreadable_answer" });
  });
});
