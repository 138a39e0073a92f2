import { ChartSvg } from '../../reporting/chart-svg.tsx';
import type { ReportChart } from '../../reporting/report-parts.ts';

/** A chart under its title; on narrow screens it scrolls by itself, so that its words stay readable. */
export function ChartFrame({ chart }: { readonly chart: ReportChart }) {
  return (
    <figure
      class="chart-frame"
      aria-label={chart.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <figcaption>{chart.title}</figcaption>
      <ChartSvg chart={chart} />
    </figure>
  );
}
