/** Every picture of the documentation, by its file. */
import { readBench } from "../evidence/bench.ts";
import { readLostReplies } from "../evidence/lost-replies.ts";
import { readSizes } from "../evidence/sizes.ts";
import { costs, sizes } from "./costs.ts";
import { draw } from "./draw.ts";
import { lostReply } from "./lost-reply.ts";
import { outcomeStates } from "./outcome-states.ts";
import { refundLayers } from "./refund-layers.ts";

export const pictures = async (root: string): Promise<Readonly<Record<string, string>>> => ({
  "docs/pictures/refund-layers.svg": await draw(refundLayers()),
  "docs/pictures/outcome-states.svg": await draw(outcomeStates()),
  "docs/pictures/lost-reply.svg": lostReply(readLostReplies(root)),
  "docs/pictures/sizes.svg": sizes(readSizes(root)),
  "docs/pictures/costs.svg": costs(readBench(root)),
});
