// <x-chart>: draws what its property `spec` says, with ECharts, in the colours of the page's tokens, as large as it is.
(() => {
    if (customElements.get("x-chart")) {
        return;
    }

    const TONES = {
        accent: "var(--x-accent)",
        soft: "color-mix(in srgb, var(--x-accent) 45%, var(--x-surface))",
        warn: "var(--x-chart-warn, #f0a92e)",
        bad: "var(--x-bad)",
        good: "var(--x-good)",
        quiet: "color-mix(in srgb, var(--x-text-soft) 45%, var(--x-surface))",
        text: "var(--x-text)",
        textSoft: "var(--x-text-soft)",
        line: "var(--x-line)",
        surface: "var(--x-surface)",
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const dark = matchMedia("(prefers-color-scheme: dark)");

    class Chart extends HTMLElement {
        #spec;
        #chart;
        #canvas;
        #sizes = new ResizeObserver(() => this.#fit());
        #looks = new MutationObserver(() => this.#draw());
        #redraw = () => this.#draw();

        constructor() {
            super();
            this.attachShadow({ mode: "open" }).innerHTML =
                "<style>:host{display:block;position:relative}div{position:absolute;inset:0}i{display:none}</style><div></div><i></i>";
            this.#canvas = this.shadowRoot.querySelector("div");
            if (Object.hasOwn(this, "spec")) {
                const early = this.spec;
                delete this.spec;
                this.spec = early;
            }
        }

        set spec(json) {
            this.#spec = json ? JSON.parse(json) : undefined;
            this.#draw();
        }

        connectedCallback() {
            this.#sizes.observe(this);
            this.#looks.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "theme", "class"] });
            dark.addEventListener("change", this.#redraw);
            this.#draw();
        }

        disconnectedCallback() {
            this.#sizes.disconnect();
            this.#looks.disconnect();
            dark.removeEventListener("change", this.#redraw);
            this.#chart?.dispose();
            this.#chart = undefined;
        }

        #fit() {
            if (this.#chart) {
                this.#chart.resize();
            } else {
                this.#draw();
            }
        }

        #draw() {
            if (!this.#spec || !this.isConnected || !this.clientWidth || !window.echarts) {
                return;
            }
            this.#chart ??= window.echarts.init(this.#canvas, undefined, { renderer: "svg" });
            const colours = this.#colours();
            const option = drawings[this.#spec.kind](this.#spec, colours);
            this.#chart.setOption(
                {
                    animation: !still.matches,
                    animationDuration: 350,
                    textStyle: { fontFamily: getComputedStyle(this).fontFamily, color: colours.text },
                    ...option,
                },
                true,
            );
        }

        /** The tokens as the browser reads them now, light or dark. */
        #colours() {
            const probe = this.shadowRoot.querySelector("i");
            const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            return Object.fromEntries(
                Object.entries(TONES).map(([name, value]) => {
                    probe.style.color = value;
                    // painted once, so that any way to write a colour comes back as plain rgb
                    paint.fillStyle = getComputedStyle(probe).color;
                    paint.fillRect(0, 0, 1, 1);
                    const [r, g, b] = paint.getImageData(0, 0, 1, 1).data;
                    return [name, `rgb(${r},${g},${b})`];
                }),
            );
        }
    }

    const axisLabel = (colours) => ({ color: colours.textSoft, fontSize: 12, hideOverlap: true });

    const tooltip = (colours) => ({
        confine: true,
        backgroundColor: colours.surface,
        borderColor: colours.line,
        padding: [8, 12],
        textStyle: { color: colours.text, fontSize: 13 },
    });

    /** Amounts one above the other for each category. */
    function stack(spec, colours) {
        const drawn = spec.series.map((series, index) => ({
            name: series.name,
            type: "bar",
            stack: "all",
            barMaxWidth: 22,
            barCategoryGap: "30%",
            itemStyle: { color: colours[series.tone], borderRadius: 0 },
            emphasis: { focus: "none", itemStyle: { color: colours[series.tone], opacity: 0.85 } },
            data: series.values.map((value, at) => ({
                value,
                // round the top of what stands on top
                itemStyle: {
                    borderRadius: spec.series.slice(index + 1).every((above) => !above.values[at]) ? [3, 3, 0, 0] : 0,
                },
            })),
        }));
        return {
            grid: { left: 4, right: 8, top: spec.series.length > 1 ? 40 : 12, bottom: 4, containLabel: true },
            legend:
                spec.series.length > 1
                    ? {
                          top: 0,
                          left: 0,
                          itemWidth: 10,
                          itemHeight: 10,
                          itemGap: 16,
                          icon: "circle",
                          textStyle: { color: colours.textSoft, fontSize: 12 },
                      }
                    : undefined,
            tooltip: { ...tooltip(colours), trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { opacity: 0.3 } } },
            xAxis: {
                type: "category",
                data: spec.categories,
                axisTick: { show: false },
                axisLine: { lineStyle: { color: colours.line } },
                axisLabel: axisLabel(colours),
            },
            yAxis: {
                type: "value",
                minInterval: 1,
                splitNumber: 4,
                splitLine: { lineStyle: { color: colours.line } },
                axisLabel: axisLabel(colours),
            },
            series: drawn,
        };
    }

    /** Parts of a whole around what they come to. */
    function ring(spec, colours) {
        const all = spec.series.reduce((sum, slice) => sum + slice.values[0], 0);
        return {
            title: {
                text: spec.centre,
                subtext: spec.centreLabel,
                left: "center",
                top: "36%",
                itemGap: 4,
                textStyle: { color: colours.text, fontSize: 28, fontWeight: 600 },
                subtextStyle: { color: colours.textSoft, fontSize: 13 },
            },
            tooltip: { ...tooltip(colours), formatter: "{b}<br><b>{c}</b>（{d}%）" },
            legend: {
                bottom: 0,
                left: "center",
                itemWidth: 10,
                itemHeight: 10,
                itemGap: 14,
                icon: "circle",
                textStyle: { color: colours.textSoft, fontSize: 12 },
            },
            series: [
                {
                    type: "pie",
                    radius: ["58%", "76%"],
                    center: ["50%", "45%"],
                    label: { show: false },
                    emphasis: { scale: false },
                    itemStyle: { borderColor: colours.surface, borderWidth: all ? 2 : 0 },
                    data: spec.series
                        .filter((slice) => slice.values[0])
                        .map((slice) => ({
                            name: slice.name,
                            value: slice.values[0],
                            itemStyle: { color: colours[slice.tone] },
                        })),
                },
            ],
        };
    }

    /** How shares or amounts went, one line for each kind; days on which there was nothing to tell are left out. */
    function lines(spec, colours) {
        const drawn = spec.series.map((series, index) => ({
            name: series.name,
            type: "line",
            connectNulls: true,
            showAllSymbol: true,
            symbol: "circle",
            symbolSize: 6,
            lineStyle: { color: colours[series.tone], width: 2.5, type: index === 0 ? "solid" : [5, 4] },
            itemStyle: { color: colours[series.tone] },
            emphasis: { focus: "none" },
            data: series.values,
            markLine:
                index === 0 && spec.mark !== undefined
                    ? {
                          silent: true,
                          symbol: "none",
                          label: {
                              formatter: spec.markLabel,
                              position: "insideStartTop",
                              color: colours.textSoft,
                              fontSize: 12,
                          },
                          lineStyle: { color: colours.textSoft, type: [2, 3], width: 1 },
                          data: [{ yAxis: spec.mark }],
                      }
                    : undefined,
        }));
        const unit = spec.unit ?? "";
        return {
            grid: { left: 4, right: 12, top: 40, bottom: 4, containLabel: true },
            legend: {
                top: 0,
                left: 0,
                itemWidth: 22,
                itemHeight: 8,
                itemGap: 16,
                textStyle: { color: colours.textSoft, fontSize: 12 },
            },
            tooltip: {
                ...tooltip(colours),
                trigger: "axis",
                axisPointer: { type: "line", lineStyle: { color: colours.line } },
                valueFormatter: (value) => (value === undefined || value === null ? "–" : value + unit),
            },
            xAxis: {
                type: "category",
                data: spec.categories,
                axisTick: { show: false },
                axisLine: { lineStyle: { color: colours.line } },
                axisLabel: axisLabel(colours),
            },
            yAxis: {
                type: "value",
                min: 0,
                max: spec.most,
                interval: spec.most === undefined ? undefined : spec.most / 4,
                minInterval: 1,
                splitNumber: 4,
                splitLine: { lineStyle: { color: colours.line } },
                axisLabel: { ...axisLabel(colours), formatter: "{value}" + unit },
            },
            series: drawn,
        };
    }

    const drawings = { stack, ring, lines };
    customElements.define("x-chart", Chart);
})();
