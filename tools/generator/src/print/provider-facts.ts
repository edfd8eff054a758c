/** `packages/cli/src/generated/providers.ts`: what the command line asks for and explains, for each provider. */
import type { FieldDoc, FieldGroup, Provider } from "../model.ts";
import { header, literal } from "./text.ts";

export const printProviderFacts = (providers: readonly Provider[]): string => `${header("specs/")}
import type { ProviderFacts } from "../provider-facts.ts";

export const providers: readonly ProviderFacts[] = ${literal(providers.map(factsOf))};
`;

function factsOf(provider: Provider) {
  const { name, title, summary, documentation, table, amount, reason, key, extra, query } =
    provider;
  const group = (kind: "payment" | "extra", { fields, exactlyOne }: FieldGroup) => ({
    fields: fields.map((each) => field(each, sentTypes(provider, `${kind}.${each.name}`))),
    exactlyOne,
  });
  const option = (each: FieldDoc) => field(each, optionTypes(provider, each.name));
  return {
    name,
    title,
    summary,
    documentation,
    servers: table.servers,
    credentials: provider.credentials.map((set) => set.map(option)),
    settings: provider.settings.map(option),
    payment: group("payment", provider.payment),
    ...(amount && { amount: amountOf(amount) }),
    ...(reason && { reason: field(reason, sentTypes(provider, "reason")) }),
    ...(key && { sendsKey: true }),
    ...(extra && { extra: group("extra", extra) }),
    partial: provider.partial,
    repeated: provider.repeated,
    ...(query && {
      query: {
        payment: query.payment.fields.length > 0,
        refund: query.refund.length > 0,
        key: query.key,
        ...(query.extra && { extra: true }),
      },
    }),
  };
}

const amountOf = ({ optional, currencies, exponent, except }: NonNullable<Provider["amount"]>) => ({
  optional,
  ...(currencies && { currencies }),
  ...(exponent !== undefined && { exponent }),
  ...(except && { except }),
});

const field = (
  { name, description, optional, secret, sample, kind }: FieldDoc,
  types: readonly string[],
) => ({
  name,
  description,
  types: kind === undefined ? types : ["json"],
  ...(optional && { optional }),
  ...(secret && { secret }),
  ...(kind === undefined && sample !== undefined && { sample }),
});

/** The JSON types that one place of the refund's request takes; it is the first that says so. */
function sentTypes({ table }: Provider, source: string): readonly string[] {
  const place = table.refund.send.find(({ from }) => from === source);
  return typesOf(place?.schema.type);
}

function optionTypes({ table }: Provider, name: string): readonly string[] {
  const set = table.credentials.find((each) => name in each);
  return typesOf(set?.[name]?.schema.type);
}

const typesOf = (type: string | readonly string[] | undefined): readonly string[] =>
  [type ?? "string"].flat();
