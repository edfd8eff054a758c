import { knowledgeFrom } from "../src/facts/knowledge.ts";
import { readFacts } from "../src/facts/reading.ts";
import { readPage } from "../src/page/read.ts";

/** What is read of a page that nothing is known of, but for names of its request's fields. */
export async function factsOf(
  content: string,
  names: readonly string[] = [],
): Promise<Record<string, string>> {
  const knowledge = knowledgeFrom(
    names.map((name) => ({ subject: `request.${name}`, aspect: "place", value: "body" })),
  );
  const { facts } = await readFacts(await readPage(content, knowledge), knowledge);
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]));
}
