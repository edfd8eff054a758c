import { expect, onTestFinished, test } from "vitest";
import { acorn, acornAnswer, acornRequest, acornToken } from "./support/acorn.ts";

const plain: typeof globalThis.fetch = async () => Response.json(acornAnswer);
const marked = Object.assign(async () => Response.json(acornAnswer), { sentTo: "sandbox" });

/** Puts a function in the place of the global `fetch`. */
function replaceGlobal(fetch: typeof globalThis.fetch): void {
  const before = globalThis.fetch;
  onTestFinished(() => {
    globalThis.fetch = before;
  });
  globalThis.fetch = fetch;
}

const live = { environment: "live", accessToken: acornToken } as const;

test("a client says that its fetch sends to the sandbox", () => {
  expect(acorn({ ...live, fetch: marked }).sentTo).toBe("sandbox");
});

test("a client without a fetch says where the global one sends, whenever it was replaced", async () => {
  const client = acorn(live);
  expect(client.sentTo).toBe("live");
  replaceGlobal(marked);
  expect(client.sentTo).toBe("sandbox");
  expect(acorn(live).sentTo).toBe("sandbox");
  expect((await client.refund(acornRequest)).status).toBe("succeeded");
  replaceGlobal(plain);
  expect(client.sentTo).toBe("live");
});

test("a fetch of its own counts, and not the global one", () => {
  replaceGlobal(marked);
  expect(acorn({ ...live, fetch: plain }).sentTo).toBe("live");
});
