/** The head of a table, by the names of its columns in their order. */
export function TableHead({ columns }: { readonly columns: Readonly<Record<string, string>> | readonly string[] }) {
  return (
    <thead>
      <tr>
        {Object.values(columns).map((column) => (
          <th scope="col" key={column}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
