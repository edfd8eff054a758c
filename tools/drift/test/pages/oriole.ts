/** The page of a made-up provider, in parts that tests put together. */
import { readFileSync } from "node:fs";
import { whatChanged } from "../../src/report/readable.ts";
import { readSpec, type Spec } from "../../src/spec/contract.ts";
import { accepted, check, type Recorded } from "./providers.ts";

export const yaml = readFileSync(new URL("oriole.yaml", import.meta.url), "utf8");
export const spec = readSpec("specs/oriole.yaml", yaml);
export const lineOf = (piece: string) => yaml.slice(0, yaml.indexOf(piece)).split("\n").length;

export const request = `### Request body

| Field | Type | Required | Description |
|---|---|---|---|
| reference | string | Yes | Your own. Max length 40. |
| amount | integer | Yes | How much. |
| items | array | No | What comes back. |
`;

export const items = `#### Item

| Field | Type | Required | Description |
|---|---|---|---|
| reference | string | Yes | Of the item. Max length 20. |
| count | integer | No | How many. |
`;

export const answer = `### Response body

| Field | Type | Required | Description |
|---|---|---|---|
| refund | string | Yes | Its id. |
| status | string | Yes | One of: DONE, FAILED |
| made_at | string | No | When, as yyyy-MM-dd HH:mm:ss. |
`;

export const errors = `## Errors

| Code | Message |
|---|---|
| 1001 | Unknown payment |
| 1002 | Too much |
`;

export const call = `## Refund a payment

\`POST /v1/payments/{id}/refunds\`

Live: https://api.oriole.example

`;

export const page = `# Oriole\n\n${call}${request}\n${items}\n${answer}\n${errors}`;
export const whole = accepted(page, spec);

export function changesOf(
  content: string,
  recorded: Recorded = whole,
  held: Spec = spec,
): string[] {
  const { status, recognised, changes } = check(content, recorded, held);
  if (status === "unreadable") return [`unreadable: ${recognised.problem}`];
  return changes.map((change) => `${change.effect} ${whatChanged(change)}`);
}

export const put = (piece: string, by: string, content = page) => {
  if (!content.includes(piece)) throw new Error(`The page has no ${piece}.`);
  return content.replace(piece, by);
};
