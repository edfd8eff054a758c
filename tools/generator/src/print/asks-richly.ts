/** Whether a table asks more of an answer than one place or one status each. */
import { hasAnyItem } from "../any-item.ts";
import type { ProviderTable } from "../core-types.ts";

export function asksRichly({ refund, query, token, errors }: ProviderTable): boolean {
  const operations = [refund, query, token];
  if (operations.some((operation) => operation?.empty ?? operation?.headers)) return true;
  const conditions = operations.flatMap((operation) =>
    (operation?.outcomes ?? []).flatMap(({ when }) => Object.entries(when)),
  );
  const richly = conditions.some(
    ([at, expected]) =>
      hasAnyItem(at) ||
      [expected].flat().some((one) => typeof one === "object" || (at === "http" && /X/.test(one))),
  );
  const places = [errors.code ?? [], errors.message ?? []];
  return (
    richly ||
    places.some((place) => typeof place === "object" && place.length > 0) ||
    places.flat().some(hasAnyItem) ||
    errors.list.some(({ match }) => match)
  );
}
