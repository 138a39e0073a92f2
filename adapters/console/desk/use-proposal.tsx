/** Puts the proposed answer into the reply's box, behind what was typed. Part of the reply's form. */
export function UseProposal({ address, words }: { readonly address: string; readonly words: string }) {
  return (
    <button
      class="button"
      id="use-proposal"
      type="submit"
      name="insert"
      value="proposal"
      formAction={`${address}/compose`}
      formNoValidate
    >
      {words}
    </button>
  );
}
