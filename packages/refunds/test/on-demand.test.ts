import { expect, test } from "vitest";
import { clientFrom, providers } from "../src/index.ts";
import { loadClientFrom } from "../src/on-demand.ts";

const yedpay = { provider: "yedpay", environment: "test", accessToken: "token" } as const;

const thrownBy = (create: () => unknown): unknown => {
  try {
    return create();
  } catch (error) {
    return error;
  }
};

test("every provider can be loaded by its name", async () => {
  const from = await loadClientFrom(Object.keys(providers));
  for (const provider of Object.keys(providers)) {
    const bare = { provider } as never;
    expect(thrownBy(() => from(bare))).toEqual(thrownBy(() => clientFrom(bare)));
  }
  expect(from(yedpay as never)).toMatchObject({ provider: "yedpay" });
});

test("a provider that was not loaded is never used", async () => {
  const from = await loadClientFrom(["stripe"]);
  expect(thrownBy(() => from(yedpay as never))).toMatchObject({
    name: "RefundError",
    code: "invalid_options",
    problems: [{ field: "provider", message: expect.stringContaining("loadClientFrom()") }],
  });
  // @ts-expect-error A text would be the names of its letters.
  await loadClientFrom("stripe");
});

test("a name that is not a provider's is refused as by clientFrom, also one that every object has", async () => {
  for (const provider of ["nope", "toString", "__proto__"]) {
    const from = await loadClientFrom([provider]);
    const refused = thrownBy(() => from({ provider } as never));
    expect(refused).toEqual(thrownBy(() => clientFrom({ provider } as never)));
    expect(refused).toMatchObject({ code: "invalid_options" });
  }
});
