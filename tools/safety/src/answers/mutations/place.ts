import type { Dice } from "../dice.ts";
import { type Node, type Place, placesIn } from "../json-tree.ts";
import type { MutationContext } from "../mutation.ts";

/** Any place that fits; half of the time one that an outcome depends on, where there is such a one. */
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

/** A mutation's change that is done to one place. */
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
