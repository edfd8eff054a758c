/** Notifications that a stranger makes from true ones. */
import { createSandbox } from "@refunds/sandbox";
import { expect, test } from "vitest";
import { clientOf } from "../../src/schedules/client-of.ts";
import {
  credentialsOf,
  forgeries,
  forgeryNames,
  isSignedInBody,
  type Message,
  signedWith,
} from "../../src/schedules/forgeries.ts";

const sandbox = await createSandbox();
const notifying = sandbox.providers.filter(({ notifications }) => notifications.length > 0);

async function trueMessageOf(provider: string): Promise<Message> {
  const { payments, requestFor, notifications, notification } = sandbox.provider(provider);
  const client = clientOf(sandbox, provider, sandbox.fetch);
  const key = "order-1042-refund-1";
  const [payment, status] = [payments[0], notifications[0]];
  if (!payment || !status) throw new Error("It has no payments or reports nothing.");
  sandbox.reset();
  await client.refund({ ...requestFor(payment, undefined, key), key } as never);
  const request = await notification(1, status);
  const { url, headers } = request;
  return { url, headers: Object.fromEntries(headers), body: await request.text() };
}

/** Nothing else in a body that is JSON is as long. */
const signaturesIn = ({ headers, body }: Message): readonly string[] =>
  isSignedInBody({ headers }) && body.startsWith("{") ? (body.match(/"[\w+/=]{40,}"/g) ?? []) : [];

test("some of them sign in their bodies", async () => {
  const signing: string[] = [];
  for (const { provider } of notifying) {
    const message = await trueMessageOf(provider);
    if (signaturesIn(message).length > 0) signing.push(provider);
  }
  expect(signing).toEqual(expect.arrayContaining(["adyen", "midtrans", "przelewy24"]));
});

test.each(notifying)(
  "$provider: a signature of its own key is taken, and no forged one",
  async ({ provider }) => {
    const { notification } = clientOf(sandbox, provider, sandbox.fetch);
    const message = await trueMessageOf(provider);
    const taken = await notification?.(message);
    expect(taken).toMatchObject({ events: [{}] });
    const credentials = credentialsOf(sandbox, provider);
    const signsWithPrivateKey = JSON.stringify(credentials).includes("PUBLIC KEY");
    if (taken?.verified && !signsWithPrivateKey) {
      // So that it is the key that makes the difference.
      const own = await signedWith(credentials, message, provider);
      expect(await notification?.(own)).toMatchObject({ verified: true, events: [{}] });
    }
    const changed = forgeries.changed(message);
    // What is signed differs, and not the signature.
    for (const signature of signaturesIn(message)) expect(changed.body).toContain(signature);
    for (const name of forgeryNames) {
      const forged = await notification?.(await forgeries[name](message, sandbox, provider));
      expect(forged?.verified, name).toBe(false);
      if (taken?.verified) expect(forged?.problem, name).toBeDefined();
    }
  },
);
