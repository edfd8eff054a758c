import { knowledgeFrom } from "../src/facts/knowledge.ts";
import { readFacts } from "../src/facts/reading.ts";
import { readPage } from "../src/page/read.ts";

/** What is read of a page that nothing is known of. */
export async function factsOf(content: string): Promise<Record<string, string>> {
  const knowledge = knowledgeFrom([]);
  const { facts } = await readFacts(await readPage(content, knowledge), knowledge);
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]));
}
