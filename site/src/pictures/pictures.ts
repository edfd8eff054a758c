/** Every picture of the documentation, by its file. */
import { readLostReplies } from "../evidence/lost-replies.ts";
import { draw } from "./draw.ts";
import { lostReply } from "./lost-reply.ts";
import { outcomeStates } from "./outcome-states.ts";
import { refundLayers } from "./refund-layers.ts";

export const pictures = async (root: string): Promise<Readonly<Record<string, string>>> => ({
  "docs/pictures/refund-layers.svg": await draw(refundLayers()),
  "docs/pictures/outcome-states.svg": await draw(outcomeStates()),
  "docs/pictures/lost-reply.svg": lostReply(readLostReplies(root)),
});
