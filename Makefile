.PHONY: run test ci bench tour translations

run:
	uv run main.py

test:
	uv run pytest

ci:
	bash .ci/run

bench:
	uv run -m tests.bench

tour:
	uv run main.py --tour build/tour

translations: # what is new comes as "unfinished": fill it in, then once more for the .qm
	uv run pyside6-lupdate -extensions py desktop -source-language fr -target-language en -no-obsolete -locations none -ts resources/i18n/en.ts
	uv run pyside6-lrelease resources/i18n/en.ts -qm resources/i18n/en.qm
