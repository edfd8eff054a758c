import type { SandboxRefund, SandboxRequest } from "@refunds/sandbox";
import { expect, test } from "vitest";
import { checkRace, type FinishedRace } from "../../src/races/race-verdict.ts";

const url = "http://localhost/acme/refund";

const request = (key: string, given: Partial<SandboxRequest> = {}): SandboxRequest => ({
  provider: "acme",
  operation: "refund",
  method: "POST",
  url,
  headers: { "x-safety-key": key },
  body: "",
  arrived: true,
  situation: "refunded",
  moved: true,
  status: 200,
  ...given,
});

const refund = (value: number): SandboxRefund => ({
  provider: "acme",
  number: 1,
  payment: { id: "p" },
  amount: { value, currency: "EUR" },
  status: "succeeded",
});

const sound: FinishedRace = {
  race: "one payment",
  reported: [
    ["a", { status: "succeeded" }],
    ["b", { status: "succeeded" }],
  ],
  requests: [request("a"), request("b")],
  refunds: [refund(50), refund(50)],
  flights: [
    { key: "a", url, from: 0, to: 10 },
    { key: "b", url, from: 10, to: 20 },
  ],
  refundable: 100,
};

const kinds = (given: Partial<FinishedRace>) =>
  checkRace({ ...sound, ...given }).map(({ kind }) => kind);

test("a race without violations", () => {
  expect(kinds({})).toEqual([]);
});

test.each<[string, Partial<FinishedRace>, string]>([
  [
    "two at the provider at once",
    {
      flights: [
        { key: "b", url, from: 9, to: 20 },
        { key: "a", url, from: 0, to: 10 },
      ],
    },
    "in flight together",
  ],
  [
    "a request that never ends, and another one",
    {
      flights: [
        { key: "a", url, from: 0 },
        { key: "b", url, from: 10, to: 20 },
      ],
    },
    "in flight together",
  ],
  ["more than refundable", { refundable: 99 }, "double refund"],
  ["declined, but money moved", { reported: [["a", { status: "declined" }]] }, "reported wrongly"],
  ["a key that arrives twice", { requests: [request("a"), request("a")] }, "sent twice"],
  ["two requests where one may arrive", { race: "one key" }, "rule broken"],
])("%s", (_, given, kind) => {
  expect(kinds(given)).toContain(kind);
});

test("token requests may overlap", () => {
  const token = `${url}/token`;
  const flights = [...sound.flights, { key: "b", url: token, from: 1, to: 20 }];
  expect(kinds({ flights })).toEqual([]);
});
