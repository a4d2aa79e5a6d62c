"""Pictures of the deals of a graph: each function draws on matplotlib axes and returns them. Needs the extra `plots`."""

from graphbuilder.plots.flow_map import flow_map
from graphbuilder.plots.matrix import supplier_matrix
from graphbuilder.plots.status_flow import status_flow
from graphbuilder.plots.timeline import deal_timeline
from graphbuilder.plots.weapons import top_weapons

__all__ = ["deal_timeline", "flow_map", "status_flow", "supplier_matrix", "top_weapons"]
