import { type BarAddress, ChartSvg } from '../../reporting/chart-svg.tsx';
import type { ReportChart } from '../../reporting/report-parts.ts';

/** A chart under its title; on narrow screens it scrolls by itself, so that its words stay readable. `to`: where its bars lead. */
export function ChartFrame({ chart, to }: { readonly chart: ReportChart; readonly to?: BarAddress }) {
  return (
    <figure
      class="chart-frame"
      aria-label={chart.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <figcaption>{chart.title}</figcaption>
      {to === undefined ? <ChartSvg chart={chart} /> : <ChartSvg chart={chart} to={to} />}
    </figure>
  );
}
