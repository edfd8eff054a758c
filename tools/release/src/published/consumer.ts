/** Programs of users, as text. They also contain code that must not compile. */
import { literal, optionsLiteral, withoutKey } from "./literal.ts";
import type { InstalledPackage } from "./project.ts";

const head = `declare const rsa: string;\n`;

/** A program for one package: imports every entry point, checks that it is typed, and makes the refunds of a provider's vectors. */
export function consumerOf({ entryPoints, provider, name }: InstalledPackage): string {
  const lines = entryPoints.map(
    (entryPoint, at) =>
      `import * as entry${at} from "${entryPoint}";\nexport const is${at}: ${notAny(`typeof entry${at}`)} = true;`,
  );
  if (!provider) return lines.join("\n");
  const { word, vectors } = provider;
  const calls = vectors.requests.map(
    ({ given }) => `  outcomes.push(await client.refund(${literal(given)}));`,
  );
  const [first] = vectors.requests;
  return `${lines.join("\n")}
import { isRefundError, ${word} as factory } from "${name}";
${head}
const client = factory(${optionsLiteral(vectors.credentials)});
const outcomes = [];
try {
${calls.join("\n")}
  // @ts-expect-error a field that the provider does not have
  await client.refund({ ...${literal(first?.given)}, nonsense: 1 });
// @ts-expect-error the payment is missing
  await client.refund({});
// @ts-expect-error the environment is missing
  factory(${literal({ ...vectors.credentials, environment: undefined })});
} catch (error) {
  if (isRefundError(error)) console.log(error.message);
}
${exhaustive(name)}
for (const outcome of outcomes) textOf(outcome);
`;
}

/** A program for the facade, with one account for each provider. */
export function facadeConsumer(packages: readonly InstalledPackage[]): string {
  const providers = packages.flatMap(({ provider }) => provider ?? []);
  const accounts = providers.map(
    ({ word, vectors }) => `    ${word}: ${word}(${optionsLiteral(vectors.credentials)}),`,
  );
  const calls = providers.map(
    ({
      word,
      vectors: {
        requests: [first],
      },
    }) => {
      const request = `account: "${word}", key: "k", ...${withoutKey(first?.given)}`;
      return `textOf(await refunds.refund({ ${request} }));
// @ts-expect-error the key is missing
await refunds.refund({ account: "${word}", ...${withoutKey(first?.given)} });
// @ts-expect-error a field that the account's provider does not have
await refunds.refund({ ${request}, nonsense: 1 });`;
    },
  );
  return `import { createRefunds, ${providers.map(({ word }) => word).join(", ")} } from "refunds";
${head}
const refunds = createRefunds({
  accounts: {
${accounts.join("\n")}
  },
});
${calls.join("\n")}
${exhaustive("refunds", "RefundOutcome", reversal)}
`;
}

/** Only a journal has this status. */
const reversal = `    case "reversed":
      return outcome.refundId ?? "";
`;

/** Compiles only if the outcome has these cases, each with its own fields. */
const exhaustive = (from: string, outcome = "Outcome", reversed = ""): string => `
import type { ${outcome} } from "${from}";
function textOf(outcome: ${outcome}): string {
  switch (outcome.status) {
    case "succeeded":
    case "pending":
      return outcome.refundId ?? outcome.raw?.body ?? "";
    case "declined":
      return outcome.reason;
    case "not_sent":
      return outcome.cause.message;
    case "unknown":
      return outcome.because;
    case "needs_review":
      return outcome.contradictions.map(({ field }) => field).join();
${reversed}  }
}`;

const notAny = (type: string): string => `0 extends 1 & ${type} ? never : true`;
