# The machine plans: runs, variants, comparison. $session, $one and $other are codes.

refusal-no-such-variant = There is no variant { $variant } of this programme.
refusal-no-such-variant-remedy = It may have been dropped; please look at the list of variants.
refusal-too-many-variants = { $max } variants are kept, as many as can be.
refusal-too-many-variants-remedy = Please drop one of them first.
