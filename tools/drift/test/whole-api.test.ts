/** A page that describes a whole API, narrowed to what is about the refund. */
import { describe, expect, test } from "vitest";
import { pageOf } from "../src/check.ts";
import { propose } from "../src/reading/propose.ts";
import {
  answer,
  call,
  changesOf,
  errors,
  items,
  put,
  request,
  spec,
  whole,
} from "./pages/oriole.ts";
import { accepted } from "./pages/providers.ts";

describe("a page of a whole API", () => {
  const payments = `## Take a payment

\`POST /v1/payments\`

### Request body

| Field | Type | Required | Description |
|---|---|---|---|
| reference | string | Yes | Your own. Max length 12. |
| amount | integer | Yes | How much. |

`;
  const api = `# Oriole\n\n${payments}${call}${request}\n${items}\n${answer}\n## Pay out\n\n\`POST /v1/payouts\`\n\n| Field | Type |\n|---|---|\n| amount | string |\n\n${errors}`;

  test("is read by the sections of the refund and of its codes", () => {
    const recorded = accepted(api, spec);
    expect(recorded.reading.sections).toEqual(["Refund a payment", "Errors"]);
    expect(recorded.committed.facts.map(({ id, value }) => [id, value])).toEqual(
      whole.committed.facts.map(({ id, value }) => [id, value]),
    );
    expect(changesOf(put("Max length 12", "Max length 9", api), recorded)).toEqual([]);
    expect(changesOf(put("Max length 40", "Max length 30", api), recorded)).toEqual([
      "patch request.reference.maxLength: 30, was 40",
    ]);
  });

  test("is not read where the section is called otherwise, and says which", () => {
    const recorded = accepted(api, spec);
    expect(changesOf(put("## Refund a payment", "## Give money back", api), recorded)[0]).toContain(
      'the section "Refund a payment"',
    );
  });

  test("is narrowed to the sections that are asked for", () => {
    const { reading } = propose(pageOf(api, [], undefined, spec), spec.contract, [
      "Refund a payment",
    ]);
    expect(reading.tables.map(({ under }) => under)).toEqual([
      "Request body",
      "Item",
      "Response body",
    ]);
  });
});
