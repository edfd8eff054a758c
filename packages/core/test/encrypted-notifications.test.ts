/** A part of a notification that is encrypted: opened after the signature was verified, and with its own key only. */
import { createCipheriv } from "node:crypto";
import {
  bySameSignature,
  decryptAesGcm,
  type NotificationTable,
  notificationReader,
  secretKey,
} from "@refunds/core/notifications";
import { readJson } from "@refunds/core/provider";
import { expect, test } from "vitest";
import { header, message, secret, table } from "./support/notified.ts";

const part = {
  key: "credentials.sealKey",
  at: "/resource/ciphertext",
  nonce: "/resource/nonce",
  additional: "/resource/associated_data",
};

const open = async (resource: object, key: string) => {
  const { exact } = readJson(JSON.stringify({ resource }));
  const isOpen = await decryptAesGcm(part, exact, { "credentials.sealKey": key });
  return { isOpen, exact };
};

// Published with WeChat Pay's Go library (core/notify/notify_test.go, Apache License 2.0).
const published = {
  ciphertext:
    "YDS3lKPaC4Y52Gf3uhft5qUBlIa8b428AWTtTauHQfQrRw+X1WpiuHIDy0vo1Vd6VEq67aVyqPdDYMkRVSDaZL3iZttevRMOoPKMifozg6XPWjIZumks/GpT48lI4NizyeaqLBokNebthah3o1H76qSlO9NkDjp9bzmKLEYYH9TEklFUpsvPqOTOcgSLgh21YJXYR7dEBXFgRLiNIKRgO5JdXh1hccRUAlyVWxE54PXpnQ==",
  associated_data: "payscore",
  nonce: "Kj7QIyUiYx1q",
};
const publishedKey = "testMchAPIv3Key0";

test("the published example is read", async () => {
  expect(await open(published, publishedKey)).toEqual({
    isOpen: true,
    exact: {
      resource: {
        ...published,
        ciphertext: {
          mchid: "1234567890",
          appid: "054aa7d7a2a54ab5898df65bd96f001c",
          create_time: "2020-06-30T12:12:00+08:00",
          out_contract_code: "21640bdbd08e473e828f3206a2741c6e",
        },
      },
    },
  });
});

test.each([
  ["another key", {}, "testMchAPIv3Key1"],
  ["a key of no length of AES", {}, "not a key"],
  ["other text that is authenticated", { associated_data: "refund" }, publishedKey],
  ["no text that is authenticated", { associated_data: null }, publishedKey],
  ["another nonce", { nonce: "Kj7QIyUiYx1r" }, publishedKey],
  ["another cipher text", { ciphertext: `Z${published.ciphertext.slice(1)}` }, publishedKey],
  ["a cipher text that is cut", { ciphertext: published.ciphertext.slice(0, -8) }, publishedKey],
  ["what is not Base64", { ciphertext: "!" }, publishedKey],
  ["content that is not encrypted", { ciphertext: { mchid: "1" } }, publishedKey],
])("%s opens nothing, and changes nothing", async (_, change, key) => {
  const resource = { ...published, ...change };
  expect(await open(resource, key)).toEqual({ isOpen: false, exact: { resource } });
});

const sealKey = "a-key-of-thirty-two-bytes-is-this";
const keys = [sealKey.slice(0, 32), "another-key-of-thirty-two-bytes!"] as const;

function sealed(content: string, key: string = keys[0]) {
  const cipher = createCipheriv("aes-256-gcm", key, "nonce-of-12-").setAAD(Buffer.from("refund"));
  const text = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return JSON.stringify({
    id: "ev_1",
    resource: {
      nonce: "nonce-of-12-",
      associated_data: "refund",
      ciphertext: text.toString("base64"),
    },
  });
}

const below = (places: object) =>
  JSON.parse(JSON.stringify(places).replaceAll('"/', '"/resource/ciphertext/'));

const encryptedTable: NotificationTable = {
  ...table,
  encrypted: part,
  about: below(table.about),
  ...(table.amount && { amount: below(table.amount) }),
  rules: below(table.rules),
};

const reader = notificationReader(encryptedTable, bySameSignature({ load: secretKey }), {
  decrypt: decryptAesGcm,
});

const read = (body: string, signature = header(body), key: unknown = keys[0]) =>
  reader(
    {
      provider: "acorn",
      given: { "credentials.webhookSecret": secret, "credentials.sealKey": key },
      identifiedBy: [["payment.charge"]],
    } as never,
    { headers: { signature }, body },
  );

test("what is decrypted says what became of the refund", async () => {
  expect(await read(sealed(JSON.stringify(message)))).toMatchObject({
    verified: true,
    delivery: "ev_1",
    events: [
      {
        status: "succeeded",
        key: "k-1",
        refundId: "re_1",
        payments: [{ charge: "ch_1" }],
        amount: { value: 1050, currency: "EUR" },
      },
    ],
  });
});

test("of several keys, one that fits is enough", async () => {
  const body = sealed(JSON.stringify(message), keys[1]);
  expect(await read(body, header(body), [...keys])).toMatchObject({ verified: true });
});

test.each([
  ["a wrong signature", sealed(JSON.stringify(message)), header("{}")],
  ["another key", sealed(JSON.stringify(message), keys[1]), undefined],
  ["content that is not JSON", sealed("done"), undefined],
  ["a body without an encrypted part", JSON.stringify(message), undefined],
  [
    "content that anyone can write",
    JSON.stringify({ id: "ev_1", resource: { ciphertext: message } }),
    undefined,
  ],
])("%s is refused with 401", async (_, body, signature) => {
  const { verified, events, response, problem } = await read(body, signature);
  expect([verified, events, response.status]).toEqual([false, [], 401]);
  expect(problem).not.toContain(keys[0]);
});

test("without its key it is the program's mistake", async () => {
  const body = sealed(JSON.stringify(message));
  const given = { "credentials.webhookSecret": secret };
  const context = { provider: "acorn", given, identifiedBy: [] };
  await expect(reader(context, { headers: {}, body })).rejects.toMatchObject({
    code: "invalid_options",
    problems: [{ field: "sealKey" }],
  });
});
