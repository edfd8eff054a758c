import type { Dice } from "../dice.ts";
import { type Node, type Place, placesIn } from "../json-tree.ts";
import type { MutationContext } from "../mutation.ts";

/** A random place that fits. Half of the time it is one that decides the outcome, if there is one. */
function placeOf(
  tree: Node,
  dice: Dice,
  { decisive }: MutationContext,
  fits: (place: Place) => boolean = () => true,
): Place | undefined {
  const places = placesIn(tree).filter(fits);
  if (places.length === 0) return undefined;
  const decisivePlaces = places.filter(({ at }) => decisive.includes(at));
  return dice.pick(decisivePlaces.length > 0 && dice.nat(2) === 0 ? decisivePlaces : places);
}

/** A change of one random place. */
export const atPlace =
  (
    fits: (place: Place) => boolean,
    change: (place: Place, dice: Dice, context: MutationContext) => void,
  ) =>
  (tree: Node, dice: Dice, context: MutationContext): Node => {
    const place = placeOf(tree, dice, context, fits);
    if (place) change(place, dice, context);
    return tree;
  };
