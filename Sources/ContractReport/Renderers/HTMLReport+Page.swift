extension HTMLReport {
    static let style = """
        :root { --back: #fff; --text: #1c2024; --faint: #60646c; --line: #d9d9e0; --code: #f4f4f6;
          --red: #b42318; --green: #18794e; --amber: #8a5a00; }
        @media (prefers-color-scheme: dark) {
          :root { --back: #151718; --text: #edeef0; --faint: #a0a4ab; --line: #3a3f42; --code: #202425;
            --red: #ff8f85; --green: #5bd6a0; --amber: #f5c15d; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; background: var(--back); color: var(--text);
          font: 15px/1.5 system-ui, sans-serif; }
        header { border-left: 6px solid var(--green); padding-left: 1rem; }
        header.red { border-color: var(--red); }
        h1 { margin: 0; font-size: 1.5rem; color: var(--green); }
        header.red h1 { color: var(--red); }
        header p { margin: .2rem 0; }
        .note { color: var(--faint); }
        input { font: inherit; padding: .2rem .5rem; border: 1px solid var(--line); border-radius: 4px;
          background: var(--back); color: var(--text); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
          overflow-wrap: anywhere; }
        .wide { overflow-x: auto; }
        details { border: 1px solid var(--line); border-left: 4px solid var(--amber); border-radius: 4px;
          margin: .5rem 0; padding: .4rem .8rem; overflow-wrap: anywhere; }
        details.breach { border-left-color: var(--red); }
        summary { cursor: pointer; }
        pre { background: var(--code); padding: .6rem; border-radius: 4px; overflow-x: auto; white-space: pre-wrap; }
        .breach > summary b, .failed b, .undocumented { color: var(--red); }
        .warning > summary b, .skipped b { color: var(--amber); }
        .passed b, .seen { color: var(--green); }
        .unseen { color: var(--faint); }
        td span { white-space: nowrap; margin-right: .4rem; }
        [hidden] { display: none; }
        """

    static let script = """
        for (const input of document.querySelectorAll("input[data-for]")) {
          const rows = [...document.getElementById(input.dataset.for).querySelectorAll(".row")];
          const count = document.querySelector(`[data-count="${input.dataset.for}"]`);
          const show = () => {
            const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
            let shown = 0;
            for (const row of rows) {
              const text = row.textContent.toLowerCase();
              row.hidden = !words.every(word => text.includes(word));
              if (!row.hidden) shown += 1;
            }
            count.textContent = `${shown} of ${rows.length}`;
          };
          input.addEventListener("input", show);
          show();
        }
        """
}
