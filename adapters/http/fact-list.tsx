/** Facts of a public page, each with its label; what is `null` is left out. */
export function FactList(props: { readonly facts: readonly (readonly [label: string, value: string | null])[] }) {
  return (
    <dl class="facts">
      {props.facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
