import { createSandbox } from "@refunds/sandbox";
import { providers } from "refunds";
import { expect, test } from "vitest";
import { openOwn } from "../../src/lost-reply/own-client.ts";
import { arrivals, cellsOf, find } from "../../src/lost-reply/report/cells.ts";
import { runScenarios } from "../../src/lost-reply/run-scenarios.ts";
import { controlNames, lostReplyNames } from "../../src/lost-reply/scenario.ts";
import { ownSubjects } from "../../src/lost-reply/subject.ts";
import { attemptHere } from "./fixtures/fictional-sdk.ts";

const sandbox = await createSandbox();
const subjects = await ownSubjects((refund) =>
  attemptHere(({ port }) => openOwn(refund, `http://127.0.0.1:${port}`, { timeoutMs: 5000 })),
);

test("every provider is measured", () => {
  expect(subjects.map(({ name }) => name)).toEqual(
    Object.keys(providers).map((word) => `@refunds/${word}`),
  );
});

test.concurrent.each(subjects)(
  "$name reports a lost reply as unknown, and sends once",
  async (subject) => {
    const { runs, verdict } = await runScenarios(subject, { onRun: () => {} });
    expect(verdict).toMatchObject({ level: "says", by: "status: unknown" });
    const status = (scenario: (typeof runs)[number]["scenario"]) => {
      const { callResult } = find(runs, scenario);
      return "facts" in callResult && callResult.facts.status;
    };
    expect(lostReplyNames.map(status)).toEqual(lostReplyNames.map(() => "unknown"));
    expect(lostReplyNames.map((name) => arrivals(find(runs, name)))).toEqual(
      lostReplyNames.map(() => "1"),
    );
    const { confirms } = sandbox.provider(subject.package.replace("@refunds/", ""));
    const answered = confirms ? "succeeded" : "pending";
    expect(controlNames.map(status)).toEqual(["not_sent", "declined", answered]);
    expect(cellsOf({ runs, verdict, subject })["called again"]).toBe("1 refund");
  },
);
