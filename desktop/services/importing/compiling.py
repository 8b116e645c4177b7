"""Makes a mapping ready for one table: its columns found in the header, once for all rows."""

from collections.abc import Sequence

from pydantic import BaseModel

from desktop.domain.errors import Refused
from desktop.domain.importing.recipes import (
    AnswerRecipe,
    Case,
    CellRule,
    Condition,
    ContactRecipe,
    ContractRule,
    CustomerRecipe,
    LeftOut,
    Otherwise,
    StageName,
    StageRule,
)
from desktop.services.importing.mapping import (
    AnswerMapping,
    AnyMapping,
    CellShape,
    ConditionShape,
    ContactMapping,
    CustomerMapping,
    StageShape,
    cells,
)

AnyRecipe = CustomerRecipe | ContactRecipe | AnswerRecipe


class MissingColumns(Refused):
    """The table lacks columns that the mapping names."""

    def __init__(self, missing: Sequence[str], present: Sequence[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)
        self.present = tuple(present)


class RepeatedColumns(Refused):
    """The table has several columns of a name that the mapping uses."""

    def __init__(self, repeated: Sequence[str]) -> None:
        super().__init__(", ".join(repeated))
        self.repeated = tuple(repeated)


def compile_mapping(mapping: AnyMapping, header: Sequence[str]) -> AnyRecipe:
    """The recipe for rows under this header. Raises MissingColumns, naming all of them."""
    wanted = list(mapping.key)
    for _, cell in cells(mapping):
        wanted += cell.names
    conditions: list[ConditionShape] = list(mapping.leave_out)
    if isinstance(mapping, CustomerMapping):
        conditions += [one for contract in mapping.contracts for one in contract.when]
    wanted += [condition.column for condition in conditions]
    missing = [name for name in dict.fromkeys(wanted) if name not in header]
    if missing:
        raise MissingColumns(missing, header)
    repeated = [name for name in dict.fromkeys(wanted) if header.count(name) > 1]
    if repeated:
        raise RepeatedColumns(repeated)
    places = {name: at for at, name in enumerate(header)}
    if isinstance(mapping, CustomerMapping):
        return _customers(mapping, places)
    if isinstance(mapping, AnswerMapping):
        return _answers(mapping, places)
    return _contacts(mapping, places)


def _customers(mapping: CustomerMapping, places: dict[str, int]) -> CustomerRecipe:
    return CustomerRecipe(
        source=mapping.source,
        key=tuple(places[name] for name in mapping.key),
        key_names=tuple(mapping.key),
        cells=_rules(mapping.fields, places),
        details=_details(mapping, places),
        leave_out=_left_out(mapping, places),
        decimal=mapping.decimal,
        country=mapping.country,
        contracts=tuple(
            ContractRule(
                when=tuple(_condition(one, places) for one in contract.when),
                cells=_rules(contract, places),
            )
            for contract in mapping.contracts
        ),
    )


def _answers(mapping: AnswerMapping, places: dict[str, int]) -> AnswerRecipe:
    return AnswerRecipe(
        source=mapping.source,
        key=tuple(places[name] for name in mapping.key),
        key_names=tuple(mapping.key),
        cells=_rules(mapping.fields, places),
        details=_details(mapping, places),
        leave_out=_left_out(mapping, places),
        decimal=mapping.decimal,
        zone=mapping.zone,
        contacts_of=mapping.contacts_of or "",
    )


def _contacts(mapping: ContactMapping, places: dict[str, int]) -> ContactRecipe:
    times = mapping.times
    return ContactRecipe(
        source=mapping.source,
        key=tuple(places[name] for name in mapping.key),
        key_names=tuple(mapping.key),
        cells=_rules(mapping.fields, places),
        details=_details(mapping, places),
        leave_out=_left_out(mapping, places),
        decimal=mapping.decimal,
        customers_of=mapping.customers_of or mapping.source,
        zone=times.zone,
        day=None if times.day is None else _rule(times.day, places),
        midnight_is_absent=times.midnight_is_absent,
        stages=tuple(
            _stage(name, times.stages[name.value], places)
            for name in StageName
            if name.value in times.stages
        ),
    )


def _stage(name: StageName, shape: StageShape, places: dict[str, int]) -> StageRule:
    rules = _rules(shape, places)
    return StageRule(
        name=name, start=rules.get("start"), end=rules.get("end"), seconds=rules.get("seconds")
    )


def _rules(shape: BaseModel, places: dict[str, int]) -> dict[str, CellRule]:
    return {
        name: _rule(value, places)
        for name in type(shape).model_fields
        if isinstance(value := getattr(shape, name), CellShape)
    }


def _rule(shape: CellShape, places: dict[str, int]) -> CellRule:
    formats = [shape.format] if isinstance(shape.format, str) else shape.format
    columns = tuple(places[name] for name in shape.names)
    plain = len(columns) == 1 and shape.values is None and not shape.prefix
    return CellRule(
        field=" + ".join(shape.names),
        columns=columns,
        plain=columns[0] if plain else -1,
        constant=shape.constant,
        joined_by=shape.join,
        prefix=shape.prefix,
        absent=frozenset(shape.absent),
        values=shape.values,
        otherwise=Otherwise(shape.otherwise),
        case=Case(shape.case),
        formats=tuple(formats or ()),
    )


def _condition(shape: ConditionShape, places: dict[str, int]) -> Condition:
    return Condition(
        column=places[shape.column], values=frozenset(shape.values), negated=shape.negated
    )


def _details(mapping: AnyMapping, places: dict[str, int]) -> tuple[tuple[str, CellRule], ...]:
    return tuple((label, _rule(cell, places)) for label, cell in mapping.details.items())


def _left_out(mapping: AnyMapping, places: dict[str, int]) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(condition=_condition(one, places), reason=one.reason, field=one.column)
        for one in mapping.leave_out
    )
