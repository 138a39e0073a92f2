/** Why the last try failed, if it did. */
export function Problem({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p class="notice bad" role="alert">
      {words}
    </p>
  );
}

/** A field for a password, with the rule for a new one below it. */
export function PasswordField(field: {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly rule?: string;
}) {
  const ruleId = `${field.name}-rule`;
  return (
    <>
      <label>
        {field.label}
        <input
          type="password"
          name={field.name}
          required
          autocomplete={field.autocomplete}
          aria-describedby={field.rule === undefined ? undefined : ruleId}
        />
      </label>
      {field.rule === undefined ? null : (
        <p class="rule" id={ruleId}>
          {field.rule}
        </p>
      )}
    </>
  );
}
