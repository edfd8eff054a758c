/** What forms and tools are given, held against the sandbox's examples of every provider. */
import { createSandbox } from "@refunds/sandbox";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { capabilities, refundSchema } from "../src/forms.ts";
import { clientFrom, type ProviderOptions, stripe } from "../src/index.ts";

type Values = Record<string, unknown>;

const sandbox = await createSandbox();
const names = sandbox.providers.map(({ provider }) => provider);

/** The client of a provider, and a request that it takes. */
function exampleOf(name: string) {
  const simulated = sandbox.provider(name);
  const { environment, credentials, payments, requestFor } = simulated;
  const options = { provider: name, environment, ...credentials[0], fetch: sandbox.fetch };
  const client = clientFrom(options as unknown as ProviderOptions);
  const [payment] = payments;
  if (!payment) throw new Error("no payment");
  const request = requestFor(payment, undefined, "order-1042-refund-1") as unknown as Values;
  return { simulated, client, request, currency: payment.amount.currency };
}

/** A copy without one field. */
function without(request: Values, [name = "", member]: readonly string[]): Values {
  const copy = structuredClone(request);
  if (member === undefined) delete copy[name];
  else if (copy[name]) delete (copy[name] as Values)[member];
  return copy;
}

const validate = (client: Parameters<typeof refundSchema>[0], request: unknown) =>
  refundSchema(client)["~standard"].validate(request);

describe.each(names)("%s", (name) => {
  const { simulated, client, request, currency } = exampleOf(name);
  const known = capabilities(client);

  test("its capabilities are those that the simulator has", () => {
    expect(known.provider).toBe(name);
    expect(known.amount !== undefined).toBe(simulated.partial);
    expect(known.notifications).toBe("notification" in client);
    // A merchant whose webhook the sandbox never calls would wait for it.
    expect(simulated.notifications.length > 0).toBe(known.notifications);
    expect(known.query).toBe("query" in client);
    if (known.amount) expect(known.amount.currencies).toHaveProperty(currency);
    const paths = known.fields.map(({ path }) => path.join("."));
    for (const [field, value] of Object.entries(request)) {
      if (field === "amount") continue;
      const members = typeof value === "object" ? Object.keys(value as object) : [];
      const own = members.length > 0 ? members.map((member) => `${field}.${member}`) : [field];
      expect(paths).toEqual(expect.arrayContaining(own));
    }
  });

  test("a right request passes, and is what would be sent", () => {
    expect(validate(client, request)).toEqual({ value: client.check(request as never).request });
  });

  test("each required field that is missing is an issue with its path", () => {
    const required = known.fields.filter((field) => field.required).map(({ path }) => path);
    if (known.amount?.required) required.push(["amount"]);
    for (const path of required) {
      const { issues = [] } = validate(client, without(request, path));
      expect(issues).toContainEqual({ message: "is missing", path });
    }
    const optional = known.fields.filter(({ path, required }) => {
      const isAlternative = known.oneOf.flat().some((one) => one.join() === path.join());
      return !required && !isAlternative;
    });
    for (const { path } of optional) {
      expect(validate(client, without(request, path)).issues).toBeUndefined();
    }
  });

  test("of each group, one field is needed", () => {
    for (const group of known.oneOf) {
      const { issues = [] } = validate(client, group.reduce(without, request));
      const names = group.map((path) => path.join(".")).join(" or ");
      const message = `${names} is required; provide exactly one`;
      expect(issues).toContainEqual({ message, path: group[0]?.slice(0, -1) });
    }
  });

  test("what is not a request has no path", () => {
    const { issues = [] } = validate(client, null);
    expect(issues).toContainEqual({ message: "must be an object", path: [] });
  });
});

test("what a lost reply leaves to prove, and how long a key may be sent again", () => {
  const of = (name: string) => capabilities(exampleOf(name).client);
  expect(of("stripe")).toMatchObject({
    proves: ["succeeded", "pending", "declined"],
    resendSeconds: 86_400,
  });
  expect(of("adyen")).toMatchObject({ query: false, proves: [], notifications: true });
  // Their queries need the provider's own id of the refund, which was in the reply.
  expect(of("dlocal")).toMatchObject({ query: true, proves: [] });
  expect(of("paypal")).toMatchObject({
    query: true,
    proves: [],
    resendSeconds: expect.any(Number),
  });
  expect(of("adyen")).not.toHaveProperty("resendSeconds");
  expect(of("mollie").amount?.currencies).toMatchObject({ EUR: 2, JPY: 0 });
  expect(of("stripe").amount?.currencies).not.toHaveProperty("IQD");
  expect(of("stripe").amount?.steps).toMatchObject({ KWD: 10 });
});

test("a client of your own has no capabilities", () => {
  const own = { provider: "own", timeoutMs: 1, check: () => {}, refund: () => {} };
  expect(() => capabilities(own as never)).toThrow("must be a client of a provider's package");
});

test.each([undefined, null, "stripe", {}])("%j is not a client", (given) => {
  expect(() => capabilities(given as never)).toThrow("account must be a client");
  expect(() => refundSchema(given as never)).toThrow("account must be a client");
});

test("it is a Standard Schema, with the request's type", () => {
  const schema = refundSchema(stripe({ environment: "test", secretKey: "sk_test_sandbox" }));
  expectTypeOf(schema).toExtend<StandardSchemaV1>();
  type Input = StandardSchemaV1.InferInput<typeof schema>;
  expectTypeOf<Input["amount"]>().toExtend<{ readonly value: number } | undefined>();
  expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "refunds" });
});
