/** The question before money moves: only a yes lets it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { confirmed } from "../src/confirm.ts";
import { CliError } from "../src/errors.ts";
import { askPlan } from "../src/init/questions.ts";

const prompts = vi.hoisted(() => ({
  autocomplete: vi.fn(),
  cancel: vi.fn(),
  confirm: vi.fn(),
  select: vi.fn(),
  text: vi.fn(),
}));
vi.mock("@clack/prompts", () => prompts);

/** What @clack/prompts resolves with after Ctrl-C. */
const cancelled = Symbol("clack:cancel");

const terminals = [process.stdin, process.stderr];
const before = terminals.map(({ isTTY }) => isTTY);
const said: string[] = [];

beforeEach(() => {
  for (const terminal of terminals) terminal.isTTY = true;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.resetAllMocks();
  said.length = 0;
  for (const [at, terminal] of terminals.entries()) terminal.isTTY = before[at] ?? false;
});

const ask = () => confirmed("what is sent", "Refund 10.50 EUR?", {});

test.each([
  ["No", false],
  ["Ctrl-C", cancelled],
  ["no answer", undefined],
  ["a text", "yes"],
])("%s refuses, and says that nothing was sent", async (_, answer) => {
  prompts.confirm.mockResolvedValue(answer);
  const refusal = await ask().catch((error) => error);
  expect(refusal).toBeInstanceOf(CliError);
  expect(refusal).toMatchObject({
    code: "not_confirmed",
    message: expect.stringContaining("Nothing was sent"),
  });
});

test("Yes is the only answer that lets money move; Enter alone says No", async () => {
  prompts.confirm.mockResolvedValue(true);
  await expect(ask()).resolves.toBeUndefined();
  expect(said.join("")).toContain("what is sent");
  expect(prompts.confirm).toHaveBeenCalledWith(
    expect.objectContaining({ message: "Refund 10.50 EUR?", initialValue: false }),
  );
});

test("--yes asks no question", async () => {
  await confirmed("what is sent", "Refund?", { yes: true });
  expect(prompts.confirm).not.toHaveBeenCalled();
});

test.each([0, 1])("without terminal %i it asks no question, and refuses", async (at) => {
  const [terminal] = terminals.slice(at);
  if (terminal) terminal.isTTY = false;
  await expect(ask()).rejects.toMatchObject({ code: "not_confirmed" });
  expect(prompts.confirm).not.toHaveBeenCalled();
});

test("init asks only for what the options leave open", async () => {
  prompts.select.mockResolvedValueOnce("test").mockResolvedValueOnce("sqlite");
  const plan = await askPlan({ provider: "yedpay", account: "shop" });
  expect(plan).toMatchObject({ account: "shop", environment: "test", journal: "sqlite" });
  expect(plan.provider.name).toBe("yedpay");
  expect(prompts.autocomplete).not.toHaveBeenCalled();
  expect(prompts.text).not.toHaveBeenCalled();
});

test("Ctrl-C at any question of init writes nothing", async () => {
  const questions = [prompts.autocomplete, prompts.text, prompts.select, prompts.select];
  for (const left of questions.keys()) {
    vi.resetAllMocks();
    const answers = ["yedpay", "shop", "test", "sqlite"];
    for (const [at, question] of questions.entries()) {
      question.mockResolvedValueOnce(at === left ? cancelled : answers[at]);
    }
    await expect(askPlan({})).rejects.toMatchObject({ code: "not_confirmed" });
    expect(prompts.cancel).toHaveBeenCalledWith("Nothing was written.", expect.anything());
  }
});
